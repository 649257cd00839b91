package edgex.toolchain.aot;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Mends a bug of TeaVM 0.15.0: the allocator lets an object fill the last free chunk of the heap to
 * its end, and the collector, which starts from the first free chunk, then reads a chunk that does
 * not exist. Without the exact fit every chunk keeps a rest, if only the header of a free chunk.
 */
final class HeapRepair {
  private static final String COLLECTOR = "classes/org/teavm/runtime/GC.c";

  /** What is replaced by what, in one text after the other. */
  private static final String[][] CHANGES = {
    {
      "        if ((teavm_local_4 == teavm_local_1)) {\n            goto teavm_label_1;\n        }\n",
      ""
    },
    {
      "        if ((teavm_local_1 == teavm_local_5)) {\n            goto teavm_label_1;\n        }\n",
      ""
    },
    {"(((teavm_local_2 != teavm_local_1) && (", "((("},
    {
      "return (teavm_gc_availableBytes + ((int64_t) teavm_local_1));",
      "return (teavm_gc_availableBytes + ((int64_t) teavm_local_1) + 2 * sizeof(cls_otr_FreeChunk));"
    },
  };

  private HeapRepair() {}

  /** Changes the collector among the generated files in place, if the program has one. */
  static void apply(Map<String, byte[]> files) {
    byte[] content = files.get(COLLECTOR);
    if (content == null) {
      return;
    }
    String text = new String(content, StandardCharsets.UTF_8);
    if (!text.contains("meth_otr_GC_getNextChunkIfPossible(int32_t")) {
      return;
    }
    for (String[] change : CHANGES) {
      if (!text.contains(change[0])) {
        throw new IllegalStateException("TeaVM's collector is not the one that this mends");
      }
      text = text.replace(change[0], change[1]);
    }
    files.put(COLLECTOR, text.getBytes(StandardCharsets.UTF_8));
  }
}
