package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The collector is mended as a whole or not at all. */
final class HeapRepairTest {
  private static final String COLLECTOR = "classes/org/teavm/runtime/GC.c";

  /** The places that matter, as TeaVM 0.15.0 writes them. */
  private static final String GENERATED =
      """
      static int32_t meth_otr_GC_getNextChunkIfPossible(int32_t teavm_local_0) {
              if ((teavm_local_4 == teavm_local_1)) {
                  goto teavm_label_1;
              }
              if ((teavm_local_1 == teavm_local_5)) {
                  goto teavm_label_1;
              }
          return (((teavm_local_2 != teavm_local_1) && (teavm_local_3 > 0)));
      }
      static int64_t limit(void) {
          return (teavm_gc_availableBytes + ((int64_t) teavm_local_1));
      }
      """;

  private static Map<String, byte[]> files(String collector) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("classes/A.c", "int a;".getBytes(StandardCharsets.UTF_8));
    files.put(COLLECTOR, collector.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static String collector(Map<String, byte[]> files) {
    return new String(files.get(COLLECTOR), StandardCharsets.UTF_8);
  }

  @Test
  void noChunkIsFilledToItsEnd() {
    Map<String, byte[]> files = files(GENERATED);
    HeapRepair.apply(files);
    String mended = collector(files);
    assertFalse(mended.contains("== teavm_local_1"), mended);
    assertFalse(mended.contains("== teavm_local_5"), mended);
    assertTrue(mended.contains("return (((teavm_local_3 > 0)));"), mended);
    assertTrue(mended.contains("+ 2 * sizeof(cls_otr_FreeChunk))"), mended);
    assertEquals("int a;", new String(files.get("classes/A.c"), StandardCharsets.UTF_8));
  }

  @Test
  void aProgramThatNeverAllocatesIsLeftAlone() {
    Map<String, byte[]> empty = new HashMap<>();
    HeapRepair.apply(empty);
    assertTrue(empty.isEmpty());
    Map<String, byte[]> files = files("void collect(void) {}\n");
    HeapRepair.apply(files);
    assertEquals("void collect(void) {}\n", collector(files));
  }

  @Test
  void anotherCollectorIsRefused() {
    Map<String, byte[]> files = files(GENERATED.replace("teavm_gc_availableBytes", "available"));
    assertThrows(IllegalStateException.class, () -> HeapRepair.apply(files));
  }
}
