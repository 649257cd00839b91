package edgex.apps.shell;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileContent;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorErrors;
import edgex.runtime.files.FileContents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starting and ending processes through the supervisor. */
final class Processes {
  private final Supervisor supervisor;

  Processes(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /**
   * Makes a process ready for a command, or with {@code run} for a program file.
   *
   * @return its number
   * @throws CommandException saying what is wrong with the command
   */
  int prepare(Pipeline.Command command) throws CommandException {
    try {
      return command.name().equals(Supervisor.RUN_COMMAND)
          ? prepareFile(command)
          : supervisor.prepare(command.name(), encode(command.name(), command.arguments()));
    } catch (ServiceException failure) {
      throw explain(command.name(), failure);
    }
  }

  /** Gives a prepared process the producing end of a stream. */
  void attachOutput(int process, String name, ChildStream stream) throws CommandException {
    attach(process, name, stream.memory(), stream.consumerSignal(), stream.producerAwait());
  }

  /** Gives a prepared process the consuming end of a stream. */
  void attachInput(int process, String name, ChildStream stream) throws CommandException {
    attach(process, name, stream.memory(), stream.producerSignal(), stream.consumerAwait());
  }

  /** Lets a prepared process run; the notification is signalled when it has ended. */
  void start(int process, String name, int exited) throws CommandException {
    try {
      supervisor.start(process, exited);
    } catch (ServiceException failure) {
      throw explain(name, failure);
    }
  }

  /** The exit status, or -1 while the process runs. */
  int result(int process) {
    try {
      return supervisor.result(process);
    } catch (ServiceException failure) {
      boolean running = failure.code() == SupervisorErrors.STILL_RUNNING;
      return running ? -1 : CommandException.NOT_STARTED_STATUS;
    }
  }

  /** Ends a process; one that has ended already is left alone. */
  void kill(int process) {
    try {
      supervisor.kill(process);
    } catch (ServiceException failure) {
      // Only a process that is gone refuses, and that is what was asked for.
      assert failure.code() == SupervisorErrors.NOT_FOUND;
    }
  }

  private void attach(int process, String name, int memory, int wakePeer, int wakeMe)
      throws CommandException {
    try {
      supervisor.attach(process, name, memory, wakePeer, wakeMe);
    } catch (ServiceException failure) {
      throw explain(name, failure);
    }
  }

  private int prepareFile(Pipeline.Command command) throws CommandException, ServiceException {
    List<String> words = command.arguments();
    if (words.isEmpty()) {
      throw new CommandException("run: which program? Usage: run PROGRAM [ARGUMENT...]", 2);
    }
    String path = words.get(0);
    List<String> arguments = words.subList(1, words.size());
    try {
      FileContent program = FileContents.map(path);
      return supervisor.prepareFile(
          path, program.memory(), program.sizeBytes(), encode(path, arguments));
    } catch (IOException failure) {
      throw new CommandException("run: " + failure.getMessage(), CommandException.NOT_FOUND_STATUS);
    }
  }

  private static byte[] encode(String name, List<String> arguments) throws CommandException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    for (String argument : arguments) {
      byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
      encoded.write(bytes, 0, bytes.length);
      encoded.write(0);
    }
    if (encoded.size() > Supervisor.MAXIMUM_ARGUMENTS_BYTES) {
      throw new CommandException(
          name + ": the arguments are longer than " + Supervisor.MAXIMUM_ARGUMENTS_BYTES + " bytes",
          CommandException.NOT_STARTED_STATUS);
    }
    return encoded.toByteArray();
  }

  private static CommandException explain(String name, ServiceException failure) {
    return switch (failure.code()) {
      case SupervisorErrors.NOT_FOUND ->
          new CommandException(
              name + ": unknown command; 'help' lists what there is",
              CommandException.NOT_FOUND_STATUS);
      case SupervisorErrors.NOT_A_PROGRAM ->
          new CommandException(
              name + ": this is not a program for this machine, or memory is short; 'log' tells",
              CommandException.NOT_STARTED_STATUS);
      case SupervisorErrors.TOO_MANY ->
          new CommandException(
              name + ": too many processes; 'ps' shows them", CommandException.NOT_STARTED_STATUS);
      default ->
          new CommandException(
              name + ": the supervisor refuses, error " + failure.code(),
              CommandException.NOT_STARTED_STATUS);
    };
  }
}
