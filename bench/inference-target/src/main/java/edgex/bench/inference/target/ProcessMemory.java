package edgex.bench.inference.target;

import java.io.FileInputStream;
import java.io.IOException;

/** The memory of this process as Linux counts it. */
final class ProcessMemory {
  private static final int MOST_STATUS_BYTES = 8192;

  private ProcessMemory() {}

  /** Bytes that are in memory now. */
  static long residentBytes() throws IOException {
    return bytes("VmRSS:");
  }

  /** The most bytes that were in memory at one time. */
  static long peakBytes() throws IOException {
    return bytes("VmHWM:");
  }

  private static long bytes(String field) throws IOException {
    byte[] status = new byte[MOST_STATUS_BYTES];
    int count;
    try (FileInputStream file = new FileInputStream("/proc/self/status")) {
      count = file.read(status, 0, status.length);
    }
    int at =
        new String(status, 0, count, java.nio.charset.StandardCharsets.US_ASCII).indexOf(field);
    long kibibytes = 0;
    for (int index = at + field.length(); status[index] != '\n'; index++) {
      int digit = status[index] - '0';
      kibibytes = digit >= 0 && digit <= 9 ? kibibytes * 10 + digit : kibibytes;
    }
    return kibibytes << 10;
  }
}
