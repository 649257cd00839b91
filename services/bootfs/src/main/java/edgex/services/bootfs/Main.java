package edgex.services.bootfs;

import edgex.abi.service.FilesDispatcher;
import edgex.runtime.Capabilities;
import edgex.runtime.image.ImageFormatException;
import edgex.runtime.image.ImageIndex;
import edgex.runtime.image.MappedImage;
import edgex.runtime.ipc.Server;
import edgex.runtime.ipc.ServerEvents;

/** The process. It ends at once when the boot image is malformed. */
public final class Main {
  private static final int FAILURE = 1;

  private Main() {}

  /** Serves for ever. */
  public static void main(String[] arguments) {
    MappedImage image = MappedImage.open(Capabilities.require("boot-image"));
    try {
      FilesDispatcher dispatcher =
          new FilesDispatcher(new BootFiles(image, ImageIndex.read(image)));
      new Server(Capabilities.require("service"), dispatcher, ServerEvents.NONE).run();
    } catch (ImageFormatException malformed) {
      System.err.println("boot image: " + malformed.getMessage());
      System.exit(FAILURE);
    }
  }
}
