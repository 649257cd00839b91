package edgex.services.tmpfs;

import edgex.abi.service.FilesClient;
import edgex.abi.service.FilesDispatcher;
import edgex.runtime.Capabilities;
import edgex.runtime.ipc.MessageChannel;
import edgex.runtime.ipc.Server;
import edgex.runtime.ipc.ServerEvents;

/**
 * The process. Arguments: {@code --limit-bytes N}, the quota. The tree begins with what the boot
 * image has below {@code /tmp}.
 */
public final class Main {
  private static final String LIMIT_OPTION = "--limit-bytes";
  private static final String SEED_DIRECTORY = "tmp";
  private static final int USAGE = 2;

  private Main() {}

  /** Serves for ever. */
  public static void main(String[] arguments) {
    long limitBytes = limitBytes(arguments);
    if (limitBytes < 0) {
      System.err.println("usage: tmpfs " + LIMIT_OPTION + " N");
      System.exit(USAGE);
    }
    FileTree tree = new FileTree(new MemoryExtents(), limitBytes);
    seed(tree);
    FilesDispatcher dispatcher = new FilesDispatcher(new TemporaryFiles(tree));
    new Server(Capabilities.require("service"), dispatcher, ServerEvents.NONE).run();
  }

  private static long limitBytes(String[] arguments) {
    if (arguments.length != 2 || !arguments[0].equals(LIMIT_OPTION)) {
      return -1;
    }
    try {
      return Long.parseLong(arguments[1]);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  /** A file that does not fit is missed by whoever wants it; the others are worth serving. */
  private static void seed(FileTree tree) {
    try {
      new Seeds(new FilesClient(MessageChannel.to("files:/")), SEED_DIRECTORY, tree).copy();
    } catch (SeedException failure) {
      System.err.println("/" + SEED_DIRECTORY + "/" + failure.getMessage());
    }
  }
}
