package edgex.apps.shell;

import edgex.runtime.ipc.Notification;
import edgex.runtime.stream.StreamOutput;
import edgex.runtime.stream.StreamPump;
import java.util.ArrayList;
import java.util.List;

/**
 * A running pipeline: its processes, the streams between them, and what goes through the shell: the
 * keyboard to the first, the output of the last and the errors of all to the terminal or a file.
 */
final class Job {
  private static final int PIECE_BYTES = 512;
  private static final int RUNNING = -1;

  private final String text;
  private final Processes processes;
  private final List<Member> members = new ArrayList<>();
  private final List<StreamPump> pumps = new ArrayList<>();
  private final TypedKeys typed = new TypedKeys(ChildStream.CAPACITY_BYTES);
  private ChildStream input;
  private OutputFile file;

  private Job(String text, Processes processes) {
    this.text = text;
    this.processes = processes;
  }

  /** One process of the pipeline and the streams it has. */
  private static final class Member {
    private final int process;
    private final ChildStream input;
    private final ChildStream output;
    private final ChildStream errors;
    private int status = RUNNING;

    Member(int process, ChildStream input, ChildStream output, ChildStream errors) {
      this.process = process;
      this.input = input;
      this.output = output;
      this.errors = errors;
    }

    void ended(int exitStatus) {
      status = exitStatus;
      input.consumerEnded();
      output.producerEnded();
      errors.producerEnded();
    }
  }

  /**
   * Starts a pipeline.
   *
   * @throws CommandException if a command cannot be started; those before it are ended
   */
  static Job start(Pipeline pipeline, Processes processes, Wiring wiring) throws CommandException {
    Job job = new Job(pipeline.text(), processes);
    try {
      job.file = OutputFile.open(pipeline.output());
      job.startAll(pipeline, wiring);
      return job;
    } catch (CommandException failure) {
      job.kill();
      job.delete();
      throw failure;
    }
  }

  /**
   * What a job's streams are connected to.
   *
   * @param wakeUp what the shell waits on
   * @param exited what the supervisor signals when a process has ended
   * @param screen where output goes that is not redirected
   */
  record Wiring(Notification wakeUp, int exited, StreamOutput screen) {}

  private void startAll(Pipeline pipeline, Wiring wiring) throws CommandException {
    Notification wakeUp = wiring.wakeUp();
    input = ChildStream.toChild(wakeUp);
    ChildStream from = input;
    List<Pipeline.Command> commands = pipeline.commands();
    for (int i = 0; i < commands.size(); i++) {
      boolean last = i == commands.size() - 1;
      ChildStream to = last ? ChildStream.fromChild(wakeUp) : ChildStream.betweenChildren();
      ChildStream errors = ChildStream.fromChild(wakeUp);
      pumps.add(new StreamPump(errors.input(), wiring.screen(), PIECE_BYTES));
      if (last && file == null) {
        pumps.add(new StreamPump(to.input(), wiring.screen(), PIECE_BYTES));
      } else if (last) {
        file.readFrom(to.input());
      }
      startMember(commands.get(i), wiring.exited(), new Streams(from, to, errors));
      from = to;
    }
    if (pipeline.background()) {
      input.producerEnded();
    }
  }

  private record Streams(ChildStream input, ChildStream output, ChildStream errors) {}

  private void startMember(Pipeline.Command command, int exited, Streams streams)
      throws CommandException {
    int process = processes.prepare(command);
    members.add(new Member(process, streams.input, streams.output, streams.errors));
    processes.attachInput(process, "stdin", streams.input);
    processes.attachOutput(process, "stdout", streams.output);
    processes.attachOutput(process, "stderr", streams.errors);
    processes.start(process, command.name(), exited);
  }

  /** The pipeline as it was typed. */
  String text() {
    return text;
  }

  /** The number of its last process. */
  int process() {
    return members.get(members.size() - 1).process;
  }

  /** Gives the job a byte that the user typed; false if it has no room for more. */
  boolean type(int value) {
    byte[] single = {(byte) value};
    boolean taken = keyboard().tryWrite(single, 0, 1) == 1;
    if (taken) {
      typed.add(value);
    }
    return taken;
  }

  /** The user types no more for this job. */
  void endTyping() {
    keyboard().close();
  }

  /** What was typed for the job and not read by it, when it is done. */
  byte[] unreadKeys() {
    return typed.last(input.unreadBytes());
  }

  /** Forgets what was typed so far: it is never {@link #unreadKeys unread}. */
  void forgetTyped() {
    typed.clear();
  }

  private StreamOutput keyboard() {
    return input.output();
  }

  /** Moves what can be moved and looks who has ended. */
  void run() {
    for (Member member : members) {
      if (member.status == RUNNING) {
        int status = processes.result(member.process);
        if (status != RUNNING) {
          member.ended(status);
        }
      }
    }
    for (StreamPump pump : pumps) {
      pump.run();
    }
    if (file != null) {
      file.run();
    }
  }

  /** Whether all processes have ended and all their output is where it belongs. */
  boolean isDone() {
    for (Member member : members) {
      if (member.status == RUNNING) {
        return false;
      }
    }
    for (StreamPump pump : pumps) {
      if (!pump.isFinished()) {
        return false;
      }
    }
    return file == null || file.isFinished();
  }

  /** Asks to be woken when there is something to do; false if there is something now. */
  boolean announceWait() {
    boolean nothing = true;
    for (StreamPump pump : pumps) {
      nothing &= pump.announceWait();
    }
    return nothing && (file == null || file.announceWait());
  }

  /** Ends all processes. */
  void kill() {
    for (Member member : members) {
      if (member.status == RUNNING) {
        processes.kill(member.process);
      }
    }
  }

  /** The status of the last process, or of the file that its output could not be written to. */
  int status() {
    if (file != null && file.failure() != null) {
      return 1;
    }
    return members.get(members.size() - 1).status;
  }

  /** What went wrong with the output file, or null. */
  String failure() {
    return file == null ? null : file.failure();
  }

  /** Gives all streams back. */
  void delete() {
    if (file != null) {
      file.close();
    }
    for (Member member : members) {
      member.errors.delete();
      member.output.delete();
    }
    if (input != null) {
      input.delete();
    }
  }
}
