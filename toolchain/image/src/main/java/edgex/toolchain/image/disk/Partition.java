package edgex.toolchain.image.disk;

import java.util.UUID;

/**
 * One partition of a disk.
 *
 * @param kind what it is for
 * @param name at most 36 characters
 * @param volume what is in it
 */
public record Partition(Kind kind, String name, Volume volume) {
  /** Names are UTF-16 in 72 bytes. */
  private static final int MAXIMUM_NAME_LENGTH = 36;

  /** What a partition is for. */
  public enum Kind {
    /** Where UEFI looks for boot loaders. */
    EFI_SYSTEM("c12a7328-f81f-11d2-ba4b-00a0c93ec93b"),

    /** The second part of GRUB, for machines with a BIOS. */
    BIOS_BOOT("21686148-6449-6e6f-744e-656564454649");

    private final UUID type;

    Kind(String type) {
      this.type = UUID.fromString(type);
    }

    /** The number that stands for the kind on disk. */
    UUID type() {
      return type;
    }
  }

  /** Checks the name. */
  public Partition {
    if (name.length() > MAXIMUM_NAME_LENGTH) {
      throw new IllegalArgumentException("partition name longer than 36 characters: " + name);
    }
  }
}
