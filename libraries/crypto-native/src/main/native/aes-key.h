// The expansion of AES keys (FIPS 197, section 5.2) into the schedules of aes.h, which tells what the
// including file defines, here with BLOCKS as 1.
static inline uint32_t aes_substitute_word(uint32_t word) {
    // Equal columns: shifting the rows changes nothing.
    uint32_t columns[4] = {word, word, word, word};
    VECTOR v = SUBSTITUTE(LOAD(columns));
    STORE(columns, v);
    return columns[0];
}

static void aes_expand_key(const uint8_t *key, int key_bytes, uint64_t *schedule) {
    int key_words = key_bytes / 4;
    int rounds = key_words + 6;
    uint32_t words[60];
    memcpy(words, key, key_bytes);
    uint32_t round_constant = 1;
    for (int i = key_words; i < 4 * (rounds + 1); i++) {
        uint32_t word = words[i - 1];
        if (i % key_words == 0) {
            word = aes_substitute_word(word >> 8 | word << 24) ^ round_constant;
            round_constant = round_constant << 1 ^ (round_constant >> 7) * 0x11B;
        } else if (key_words == 8 && i % key_words == 4) {
            word = aes_substitute_word(word);
        }
        words[i] = words[i - key_words] ^ word;
    }
    uint8_t *keys = (uint8_t *) schedule;
    uint8_t *back = keys + AES_BACK;
    memcpy(keys, words, AES_BLOCK * (rounds + 1));
    memcpy(back, keys + AES_BLOCK * rounds, AES_BLOCK);
    memcpy(back + AES_BLOCK * rounds, keys, AES_BLOCK);
    for (int round = 1; round < rounds; round++) {
        STORE(back + AES_BLOCK * round, INVERSE_MIX(LOAD(keys + AES_BLOCK * (rounds - round))));
    }
    aes_wipe(words, sizeof words);
}
