package edgex.services.supervisor;

import edgex.abi.FaultKind;
import edgex.abi.ipc.Answer;
import edgex.abi.ipc.Dispatcher;
import edgex.abi.ipc.Message;

/**
 * Tells the kernel's fault messages from requests by their badge, which only the kernel's own
 * capabilities carry.
 */
final class FaultDispatcher implements Dispatcher {
  private static final int FAULT_WORDS = 4;

  /** What the kernel takes for "the thread stays stopped". */
  private static final int STAY_STOPPED = 1;

  private final Supervision supervision;
  private final Dispatcher requests;

  FaultDispatcher(Supervision supervision, Dispatcher requests) {
    this.supervision = supervision;
    this.requests = requests;
  }

  @Override
  public Answer dispatch(Message message, long badge, long reply) {
    if ((badge & KernelMachine.FAULT_BADGE) == 0) {
      return requests.dispatch(message, badge, reply);
    }
    if (message.wordsLeft() == FAULT_WORDS) {
      handle((int) (badge & ~KernelMachine.FAULT_BADGE), message);
    }
    message.begin(STAY_STOPPED);
    return Answer.NOW;
  }

  private void handle(int process, Message message) {
    int kind = message.label();
    message.takeWord();
    long address = message.takeWord();
    long instruction = message.takeWord();
    long code = message.takeWord();
    if (kind == FaultKind.EXIT) {
      supervision.exited(process, (int) code);
    } else {
      supervision.faulted(process, new Supervision.Fault(kind, address, instruction, code));
    }
  }
}
