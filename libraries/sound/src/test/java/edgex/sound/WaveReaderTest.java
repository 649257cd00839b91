package edgex.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** WAV files that the JDK wrote hold the samples that were put in. */
class WaveReaderTest {
  private static final int FRAMES = 500;

  private final Random random = new Random(4);

  /** A file of random samples, and what each frame's average is. */
  private byte[] file(int bits, Encoding encoding, int channels, float[] averages)
      throws IOException {
    ByteBuffer data =
        ByteBuffer.allocate(FRAMES * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < FRAMES; frame++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        long number = random.nextLong() >> (64 - bits);
        sum +=
            encoding.equals(Encoding.PCM_FLOAT)
                ? putFloat(data, bits)
                : number / Math.pow(2, bits - 1);
        if (!encoding.equals(Encoding.PCM_FLOAT)) {
          long stored = bits == 8 ? number + 128 : number;
          for (int place = 0; place < bits; place += 8) {
            data.put((byte) (stored >> place));
          }
        }
      }
      averages[frame] = (float) (sum / channels);
    }
    AudioFormat format =
        new AudioFormat(encoding, 22_050, bits, channels, bits / 8 * channels, 22_050, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(data.array());
    AudioSystem.write(new AudioInputStream(in, format, FRAMES), AudioFileFormat.Type.WAVE, out);
    return out.toByteArray();
  }

  private double putFloat(ByteBuffer data, int bits) {
    float number = random.nextFloat() * 2 - 1;
    if (bits == 32) {
      data.putFloat(number);
    } else {
      data.putDouble(number);
    }
    return number;
  }

  @Test
  void everyKindOfSample() throws IOException, SoundFormatException {
    for (int channels = 1; channels <= 3; channels++) {
      for (int bits : new int[] {8, 16, 24, 32, -32, -64}) {
        Encoding encoding =
            bits < 0 ? Encoding.PCM_FLOAT : bits == 8 ? Encoding.PCM_UNSIGNED : Encoding.PCM_SIGNED;
        float[] averages = new float[FRAMES];
        Sound sound = WaveReader.read(file(Math.abs(bits), encoding, channels, averages));
        assertEquals(22_050, sound.rateHertz());
        assertArrayEquals(averages, sound.samples(), 1e-7f, bits + " bits");
      }
    }
  }

  @Test
  void extendedFormatsAndOtherChunksAreUnderstood() throws IOException, SoundFormatException {
    byte[] plain = file(16, Encoding.PCM_SIGNED, 1, new float[FRAMES]);
    ByteBuffer file = ByteBuffer.allocate(plain.length + 40).order(ByteOrder.LITTLE_ENDIAN);
    file.put(plain, 0, 12).put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3);
    file.put(new byte[4]).put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(40);
    file.putShort((short) 0xFFFE).put(plain, 22, 14).putShort((short) 22).putShort((short) 16);
    file.putInt(4).putShort((short) 1).put(new byte[14]);
    file.put(plain, 36, plain.length - 36);
    byte[] extended = Arrays.copyOf(file.array(), file.position());
    assertArrayEquals(WaveReader.read(plain).samples(), WaveReader.read(extended).samples());
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    byte[] file = file(16, Encoding.PCM_SIGNED, 1, new float[FRAMES]);
    assertRefused("empty", new byte[0]);
    assertRefused("not a WAV", Arrays.copyOf(file, 11));
    assertRefused("no sound", Arrays.copyOf(file, 36));
    assertRefused("ends early", Arrays.copyOf(file, file.length - 1));
    assertRefused("kind 2 and 16 bits", changed(file, 20, 2));
    assertRefused("and 12 bits", changed(file, 34, 12));
    assertRefused("0 channels", changed(file, 22, 0));
    assertRefused("before its format", changed(file, 12, 'x'));
  }

  private static byte[] changed(byte[] file, int at, int number) {
    byte[] changed = file.clone();
    changed[at] = (byte) number;
    return changed;
  }

  private static void assertRefused(String message, byte[] file) {
    SoundFormatException refusal =
        assertThrows(SoundFormatException.class, () -> WaveReader.read(file));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  @Test
  @Tag("fuzz")
  void mutantsAreRefusedOrDecode() throws IOException {
    byte[] file = file(24, Encoding.PCM_SIGNED, 2, new float[FRAMES]);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] mutant =
          Arrays.copyOf(file, round % 8 == 0 ? random.nextInt(file.length) : file.length);
      for (int change = random.nextInt(3); change >= 0 && mutant.length > 0; change--) {
        mutant[random.nextInt(Math.min(mutant.length, 48))] = (byte) random.nextInt(256);
      }
      try {
        assertTrue(WaveReader.read(mutant).samples().length <= file.length);
      } catch (SoundFormatException expected) {
        refused++;
      }
    }
    assertTrue(refused > 1000, refused + " refused");
  }
}
