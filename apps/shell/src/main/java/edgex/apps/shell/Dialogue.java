package edgex.apps.shell;

import edgex.runtime.ipc.Notification;
import java.util.List;

/** Talks to the user: the line editor while the shell is idle, the foreground job otherwise. */
final class Dialogue {
  private static final String PROMPT = "edgex> ";
  private static final int CONTROL_C = KeyDecoder.CONTROL_C;
  private static final int CONTROL_D = KeyDecoder.CONTROL_D;
  private static final long FOR_EVER = -1;

  private final Shell shell;
  private final Terminal terminal;
  private final Notification wakeUp;
  private final LineEditor editor;
  private final byte[] typed = new byte[64];
  private boolean editing;

  Dialogue(Shell shell, Terminal terminal, Notification wakeUp, List<String> commandNames) {
    this.shell = shell;
    this.terminal = terminal;
    this.wakeUp = wakeUp;
    this.editor =
        new LineEditor(PROMPT, new History(), new Completion(new FileNames(commandNames)));
  }

  /** Serves the terminal for ever. */
  void run() {
    shell.onNotice(this::showNotice);
    terminal.show("EdgeX. 'help' lists the commands.\n");
    while (true) {
      shell.run();
      promptWhenIdle();
      acceptUnread();
      acceptTyped();
      if (terminal.keyboard().announceWait() && shell.announceWait()) {
        wakeUp.await(FOR_EVER);
      }
    }
  }

  private void showNotice(String text) {
    if (editing) {
      editor.showAbove(text);
      terminal.show(editor.takeScreen());
    } else {
      terminal.show(text);
    }
  }

  private void promptWhenIdle() {
    if (shell.isIdle() && !editing) {
      editing = true;
      editor.start();
      terminal.show(editor.takeScreen());
    }
  }

  /** Keys that a job left unread were meant for what comes after it; they have been shown. */
  private void acceptUnread() {
    for (byte key : shell.takeUnreadKeys()) {
      if (editing) {
        edit(key & 0xff);
      } else {
        shell.foreground().type(key & 0xff);
      }
    }
  }

  private void acceptTyped() {
    int count = terminal.keyboard().tryRead(typed, 0, typed.length);
    for (int i = 0; i < count; i++) {
      accept(typed[i] & 0xff);
    }
  }

  private void accept(int value) {
    if (editing) {
      edit(value);
    } else if (shell.foreground() != null) {
      passOn(value);
    }
  }

  private void edit(int value) {
    LineEditor.Result result = editor.accept(value);
    terminal.show(editor.takeScreen());
    switch (result) {
      case LINE -> {
        editing = false;
        shell.accept(editor.line());
      }
      case DROPPED -> editing = false;
      case END_OF_INPUT -> terminal.show("'poweroff' switches the machine off\r\n" + PROMPT);
      default -> {
        // The line goes on.
      }
    }
    promptWhenIdle();
  }

  /** What is typed while a job runs: shown and given to the job, but for Ctrl-C and Ctrl-D. */
  private void passOn(int value) {
    Job job = shell.foreground();
    if (value == CONTROL_C) {
      terminal.show("^C\n");
      shell.interrupt();
    } else if (value == CONTROL_D) {
      job.endTyping();
    } else {
      int shown = value == '\r' ? '\n' : value;
      if (job.type(shown)) {
        terminal.screen().tryWrite(new byte[] {(byte) shown}, 0, 1);
      }
    }
  }
}
