package edgex.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.policy.Algorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Storage that is put back, damaged, exchanged or written by halves. */
final class SealedStateTest {
  private static final long ALICE = 7;

  private final TestDevice device = new TestDevice();

  private static KeyPolicy signing(int times) {
    return KeyPolicy.ownedBy(ALICE).allowing(KeyPurpose.SIGN).atMost(times);
  }

  private void assertRefused() {
    KeyStoreException refusal = assertThrows(KeyStoreException.class, device::open);
    assertEquals(Refusal.STATE, refusal.refusal());
  }

  @Test
  void oldStatesAreNotTaken() {
    KeyStore store = device.open();
    long handle = store.generate(ALICE, Algorithm.ED25519, signing(1));
    byte[][] backup = {device.slots[0], device.slots[1]};
    store.sign(ALICE, handle, new byte[1], new byte[0]);
    assertThrows(
        KeyStoreException.class, () -> device.open().sign(ALICE, handle, new byte[1], new byte[0]));
    byte[][] valid = {device.slots[0], device.slots[1]};
    device.slots[0] = backup[0];
    device.slots[1] = backup[1];
    assertRefused();
    device.slots[0] = valid[1];
    device.slots[1] = valid[0];
    assertRefused();
    device.slots[0] = null;
    device.slots[1] = null;
    assertRefused();
  }

  /** The power fails at each moment of a write: the old state or the new one, nothing else. */
  @Test
  void halfWritesAreNotTaken() {
    KeyStore store = device.open();
    store.generate(ALICE, Algorithm.ED25519, signing(5));
    long before = device.count;
    int other = (int) ((before + 1) & 1);
    store.generate(ALICE, Algorithm.ED25519, signing(5));
    byte[] written = device.slots[other];
    for (int length = 0; length <= written.length; length += 7) {
      // The refusal below writes a state, too: for its line in the audit log.
      device.count = before;
      device.slots[other] = Arrays.copyOf(written, length);
      assertEquals(5, device.open().policy(ALICE, 1).usesLeft());
      assertThrows(KeyStoreException.class, () -> device.open().policy(ALICE, 2));
    }
    device.slots[other] = written;
    device.count = before + 1;
    assertEquals(5, device.open().policy(ALICE, 2).usesLeft());
  }

  @Test
  @Tag("fuzz")
  void damageIsNoticed() {
    device.open().generate(ALICE, Algorithm.ML_DSA_44, signing(5));
    int slot = (int) (device.count & 1);
    byte[] written = device.slots[slot];
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = written.clone();
      damaged[device.below(damaged.length)] ^= (byte) (1 << device.below(8));
      device.slots[slot] = damaged;
      assertRefused();
      device.slots[slot] = Arrays.copyOf(written, device.below(written.length));
      assertRefused();
      device.slots[slot] = device.bytes(device.below(200));
      assertRefused();
    }
    device.slots[slot] = written;
    device.rootSecret[0]++;
    assertRefused();
    device.rootSecret[0]--;
    assertEquals(5, device.open().policy(ALICE, 1).usesLeft());
  }

  /** Nothing of a secret is in what is stored. */
  @Test
  void storageShowsNoSecret() {
    byte[] marker = new byte[32];
    Arrays.fill(marker, (byte) 0x5A);
    KeyStore store =
        new KeyStore(
            device,
            device,
            new DeviceRoot(device.rootSecret),
            (output, offset, length) -> Arrays.fill(output, offset, offset + length, (byte) 0x5A),
            () -> 0,
            () -> marker,
            device.policy);
    store.generate(ALICE, Algorithm.AES_256_GCM, KeyPolicy.ownedBy(ALICE));
    for (byte[] slot : device.slots) {
      if (slot != null) {
        int run = 0;
        // Behind the header and the nonce, which is of these bytes as well.
        for (int i = 24; i < slot.length; i++) {
          run = slot[i] == 0x5A ? run + 1 : 0;
          assertTrue(run < 4, "secret bytes in storage");
        }
      }
    }
  }

  @Test
  void logCannotBeCut() {
    KeyStore store = device.open();
    for (int i = 0; i < 600; i++) {
      assertThrows(KeyStoreException.class, () -> store.sign(ALICE, 99, new byte[1], new byte[0]));
    }
    List<AuditLog.Line> lines = device.open().log().lines();
    assertEquals(512, lines.size());
    assertEquals(600, lines.get(511).number());
    byte[] before = lines.get(99).hash();
    List<AuditLog.Line> kept = lines.subList(100, 512);
    assertTrue(AuditLog.follows(before, kept));
    assertFalse(AuditLog.follows(lines.get(98).hash(), kept));
    List<AuditLog.Line> cut = new ArrayList<>(kept);
    cut.remove(50);
    assertFalse(AuditLog.follows(before, cut));
    List<AuditLog.Line> changed = new ArrayList<>(kept);
    AuditLog.Line line = kept.get(3);
    changed.set(3, new AuditLog.Line(line.number(), "nothing happened", line.hash()));
    assertFalse(AuditLog.follows(before, changed));
    assertTrue(AuditLog.follows(before, List.of()));
  }
}
