package edgex.services.supervisor;

import edgex.runtime.KernelException;
import edgex.runtime.image.ImageEntry;
import edgex.runtime.image.ImageIndex;
import edgex.runtime.system.SystemCalls;
import java.util.HashMap;
import java.util.Map;

/** The programs of the boot image as memory; each is cut out once. */
final class ImagePrograms {
  private static final long PAGE_BYTES = 4096;

  private final ImageIndex index;
  private final int image;
  private final Map<String, ProgramFile> programs = new HashMap<>();

  ImagePrograms(ImageIndex index, int image) {
    this.index = index;
    this.image = image;
  }

  /** The program of a path. */
  ProgramFile find(String path) throws StartException {
    ProgramFile known = programs.get(path);
    if (known != null) {
      return known;
    }
    ImageEntry entry = index.find(path);
    if (entry == null || !entry.program()) {
      throw new StartException("the image has no program " + path);
    }
    long pagesBytes = (entry.sizeBytes() + PAGE_BYTES - 1) & -PAGE_BYTES;
    int memory =
        KernelException.check(
            "take program", SystemCalls.memorySlice(image, entry.offset(), pagesBytes));
    ProgramFile program = new ProgramFile(memory, entry.sizeBytes());
    programs.put(path, program);
    return program;
  }
}
