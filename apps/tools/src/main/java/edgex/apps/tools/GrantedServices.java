package edgex.apps.tools;

import edgex.abi.service.FilesClient;
import edgex.abi.service.Log;
import edgex.abi.service.LogClient;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorClient;
import edgex.runtime.Capabilities;
import edgex.runtime.MissingCapabilityException;
import edgex.runtime.ipc.MessageChannel;
import java.util.ArrayList;
import java.util.List;

/** The services that this process was granted. */
final class GrantedServices implements Services {
  private static final String FILES_PREFIX = "files:";

  @Override
  public Supervisor supervisor() throws CommandException {
    return new SupervisorClient(channel("supervisor"));
  }

  @Override
  public Log log() throws CommandException {
    return new LogClient(channel("log"));
  }

  @Override
  public List<FileTree> fileTrees() {
    List<FileTree> trees = new ArrayList<>();
    for (String name : Capabilities.names(FILES_PREFIX)) {
      String path = name.substring(FILES_PREFIX.length());
      trees.add(new FileTree(path, new FilesClient(MessageChannel.to(name))));
    }
    return trees;
  }

  private static MessageChannel channel(String name) throws CommandException {
    try {
      return MessageChannel.to(name);
    } catch (MissingCapabilityException missing) {
      throw new CommandException("the image does not let it use '" + name + "'", missing);
    }
  }
}
