package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Unmanaged;

/** Where the elements of arrays lie, for as long as the collector cannot run. */
final class Elements {
  private Elements() {}

  @Unmanaged
  static Address at(byte[] array, int index) {
    return Address.ofData(array).add(index);
  }

  @Unmanaged
  static Address at(short[] array, int index) {
    return Address.ofData(array).add((long) index * Short.BYTES);
  }

  @Unmanaged
  static Address at(int[] array, int index) {
    return Address.ofData(array).add((long) index * Integer.BYTES);
  }

  @Unmanaged
  static Address at(long[] array, int index) {
    return Address.ofData(array).add((long) index * Long.BYTES);
  }
}
