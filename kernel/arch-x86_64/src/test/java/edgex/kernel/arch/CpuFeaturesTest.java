package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions from CPUID. */
final class CpuFeaturesTest {
  @BeforeEach
  void clear() {
    Instructions.clear();
  }

  @Test
  void oldestProcessorGetsNothingExtra() {
    Instructions.setIdentification(0, 0, 0, 1);
    CpuFeatures.detect();
    assertFalse(CpuFeatures.hasPcid());
    assertFalse(CpuFeatures.hasX2apic());
    assertFalse(CpuFeatures.hasTscDeadline());
    assertFalse(CpuFeatures.hasGigabytePages());
    assertEquals(1 << 9 | 1 << 10, CpuFeatures.control4Bits());
    assertEquals(Fpu.LEGACY_AREA_BYTES, CpuFeatures.stateSizeBytes());
  }

  @Test
  void newProcessorGetsEverything() {
    Instructions.setIdentification(0, 0, 0, 0x20);
    Instructions.setIdentification(1, 0, 2, 1 << 17 | 1 << 21 | 1 << 24 | 1 << 26);
    Instructions.setIdentification(7, 0, 1, 1 << 7 | 1 << 20);
    Instructions.setIdentification(7, 0, 2, 1 << 2);
    Instructions.setIdentification(0xd, 0, 0, 0xe7 | 1 << 9);
    Instructions.setIdentification(0xd, 0, 1, 2688);
    Instructions.setIdentification(0xd, 1, 0, 1);
    Instructions.setIdentification(0x80000000, 0, 0, 0x80000008);
    Instructions.setIdentification(0x80000001, 0, 3, 1 << 26);
    CpuFeatures.detect();
    assertTrue(CpuFeatures.hasPcid());
    assertTrue(CpuFeatures.hasX2apic());
    assertTrue(CpuFeatures.hasTscDeadline());
    assertTrue(CpuFeatures.hasXsaveOptimized());
    assertTrue(CpuFeatures.hasGigabytePages());
    assertEquals(0xe7, CpuFeatures.stateComponents());
    assertEquals(2688, CpuFeatures.stateSizeBytes());
    assertEquals(
        1 << 9 | 1 << 10 | 1 << 11 | 1 << 17 | 1 << 18 | 1 << 20 | 1 << 21,
        CpuFeatures.control4Bits());
  }

  @Test
  void incompleteAvx512IsLeftOut() {
    Instructions.setIdentification(0, 0, 0, 0xd);
    Instructions.setIdentification(1, 0, 2, 1 << 26);
    Instructions.setIdentification(0xd, 0, 0, 0b0110_0111);
    CpuFeatures.detect();
    assertEquals(0b111, CpuFeatures.stateComponents());
    assertFalse(CpuFeatures.hasXsaveOptimized());
  }
}
