package edgex.apps.tools;

import edgex.abi.service.Log;
import edgex.abi.service.Supervisor;
import java.util.List;

/** The services that commands ask. Each is connected to when it is first needed. */
interface Services {
  /** Processes and the machine. */
  Supervisor supervisor() throws CommandException;

  /** The system log. */
  Log log() throws CommandException;

  /** The trees of files that this process reaches. */
  List<FileTree> fileTrees();
}
