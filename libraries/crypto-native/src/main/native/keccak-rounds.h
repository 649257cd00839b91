// Keccak-p[1600] on 25 lanes of type LANE, which is a 64-bit number or a vector of them: each element
// of the vectors is a state of its own. The including file defines LANE, PERMUTE (the function's name)
// and includes this file once for each.
static inline __attribute__((always_inline)) void PERMUTE(LANE *state, int rounds) {
    LANE a0 = state[0], a1 = state[1], a2 = state[2], a3 = state[3], a4 = state[4], a5 = state[5], a6 = state[6], a7 = state[7], a8 = state[8], a9 = state[9], a10 = state[10], a11 = state[11], a12 = state[12];
    LANE a13 = state[13], a14 = state[14], a15 = state[15], a16 = state[16], a17 = state[17], a18 = state[18], a19 = state[19], a20 = state[20], a21 = state[21], a22 = state[22], a23 = state[23], a24 = state[24];
    for (int round = 24 - rounds; round < 24; round++) {
        LANE c0 = a0 ^ a5 ^ a10 ^ a15 ^ a20;
        LANE c1 = a1 ^ a6 ^ a11 ^ a16 ^ a21;
        LANE c2 = a2 ^ a7 ^ a12 ^ a17 ^ a22;
        LANE c3 = a3 ^ a8 ^ a13 ^ a18 ^ a23;
        LANE c4 = a4 ^ a9 ^ a14 ^ a19 ^ a24;
        LANE d0 = c4 ^ ROTATE(c1, 1);
        LANE d1 = c0 ^ ROTATE(c2, 1);
        LANE d2 = c1 ^ ROTATE(c3, 1);
        LANE d3 = c2 ^ ROTATE(c4, 1);
        LANE d4 = c3 ^ ROTATE(c0, 1);
        LANE b0 = a0 ^ d0;
        LANE b1 = ROTATE((a6 ^ d1), 44);
        LANE b2 = ROTATE((a12 ^ d2), 43);
        LANE b3 = ROTATE((a18 ^ d3), 21);
        LANE b4 = ROTATE((a24 ^ d4), 14);
        LANE b5 = ROTATE((a3 ^ d3), 28);
        LANE b6 = ROTATE((a9 ^ d4), 20);
        LANE b7 = ROTATE((a10 ^ d0), 3);
        LANE b8 = ROTATE((a16 ^ d1), 45);
        LANE b9 = ROTATE((a22 ^ d2), 61);
        LANE b10 = ROTATE((a1 ^ d1), 1);
        LANE b11 = ROTATE((a7 ^ d2), 6);
        LANE b12 = ROTATE((a13 ^ d3), 25);
        LANE b13 = ROTATE((a19 ^ d4), 8);
        LANE b14 = ROTATE((a20 ^ d0), 18);
        LANE b15 = ROTATE((a4 ^ d4), 27);
        LANE b16 = ROTATE((a5 ^ d0), 36);
        LANE b17 = ROTATE((a11 ^ d1), 10);
        LANE b18 = ROTATE((a17 ^ d2), 15);
        LANE b19 = ROTATE((a23 ^ d3), 56);
        LANE b20 = ROTATE((a2 ^ d2), 62);
        LANE b21 = ROTATE((a8 ^ d3), 55);
        LANE b22 = ROTATE((a14 ^ d4), 39);
        LANE b23 = ROTATE((a15 ^ d0), 41);
        LANE b24 = ROTATE((a21 ^ d1), 2);
        a0 = b0 ^ (~b1 & b2) ^ ROUND_CONSTANTS[round];
        a1 = b1 ^ (~b2 & b3);
        a2 = b2 ^ (~b3 & b4);
        a3 = b3 ^ (~b4 & b0);
        a4 = b4 ^ (~b0 & b1);
        a5 = b5 ^ (~b6 & b7);
        a6 = b6 ^ (~b7 & b8);
        a7 = b7 ^ (~b8 & b9);
        a8 = b8 ^ (~b9 & b5);
        a9 = b9 ^ (~b5 & b6);
        a10 = b10 ^ (~b11 & b12);
        a11 = b11 ^ (~b12 & b13);
        a12 = b12 ^ (~b13 & b14);
        a13 = b13 ^ (~b14 & b10);
        a14 = b14 ^ (~b10 & b11);
        a15 = b15 ^ (~b16 & b17);
        a16 = b16 ^ (~b17 & b18);
        a17 = b17 ^ (~b18 & b19);
        a18 = b18 ^ (~b19 & b15);
        a19 = b19 ^ (~b15 & b16);
        a20 = b20 ^ (~b21 & b22);
        a21 = b21 ^ (~b22 & b23);
        a22 = b22 ^ (~b23 & b24);
        a23 = b23 ^ (~b24 & b20);
        a24 = b24 ^ (~b20 & b21);
    }
    state[0] = a0; state[1] = a1; state[2] = a2; state[3] = a3; state[4] = a4;
    state[5] = a5; state[6] = a6; state[7] = a7; state[8] = a8; state[9] = a9;
    state[10] = a10; state[11] = a11; state[12] = a12; state[13] = a13; state[14] = a14;
    state[15] = a15; state[16] = a16; state[17] = a17; state[18] = a18; state[19] = a19;
    state[20] = a20; state[21] = a21; state[22] = a22; state[23] = a23; state[24] = a24;
}
