package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileSpace;
import edgex.abi.service.MachineStatus;

/** {@code mem}: what RAM is used for, and the space of the trees of files. */
final class MemoryCommand implements Command {
  @Override
  public String usage() {
    return "";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    invocation.expectNoArguments();
    MachineStatus status = UptimeCommand.machine(invocation.services());
    long processes =
        status.totalBytes() - status.freeBytes() - status.kernelBytes() - status.imageBytes();
    Table memory = new Table("MEMORY", ">KiB");
    memory.add("total", Numbers.kibibytes(status.totalBytes()));
    memory.add("free", Numbers.kibibytes(status.freeBytes()));
    memory.add("kernel", Numbers.kibibytes(status.kernelBytes()));
    memory.add("boot image", Numbers.kibibytes(status.imageBytes()));
    memory.add("processes", Numbers.kibibytes(processes));
    memory.print(invocation.out());
    Table files = new Table("FILES", ">USED KiB", ">LIMIT KiB");
    for (FileTree tree : invocation.services().fileTrees()) {
      addRow(files, tree, invocation);
    }
    invocation.out().println();
    files.print(invocation.out());
  }

  private static void addRow(Table table, FileTree tree, Invocation invocation) {
    try {
      FileSpace space = tree.files().space();
      table.add(
          tree.path(), Numbers.kibibytes(space.usedBytes()), Numbers.kibibytes(space.limitBytes()));
    } catch (ServiceException failure) {
      invocation.fail(Failures.of("files of " + tree.path(), failure));
    }
  }
}
