package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.RootStart;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.object.PoolSizes;
import org.junit.jupiter.api.Test;

class BootTest {
  @Test
  void rootProcessRunsAndServerAnswersCall() {
    HostMachine.boot(16 << 20, PoolSizes.forMemory(16 << 20), "verbose -- quiet");
    Context root = HostMachine.current();
    assertNotNull(root);
    assertEquals(HostMachine.ROOT_CODE, root.instructionPointer());
    assertTrue(HostMachine.console().contains("root process started"));
    assertEquals(0, HostMachine.systemCall(8));
    int process = rootHandle(RootStart.PROCESS);
    int endpoint = (int) HostMachine.systemCall(16);
    int reply = (int) HostMachine.systemCall(18);
    long free = start(RootStart.FREE_ADDRESS);
    int thread = (int) HostMachine.systemCall(22, process, 255, free);
    assertTrue(thread > 0);
    assertEquals(0, HostMachine.systemCall(23, thread, HostMachine.ROOT_CODE, free, 7, 0));
    long receive = HostMachine.receiveHandle(endpoint, reply);
    HostMachine.messageCall(MessageCalls.RECEIVE, receive, 0, -1);
    Context client = HostMachine.current();
    assertEquals(7, client.startArgument());
    HostMachine.words(1, 2, 3, 4, 5, 6, 7, 8);
    HostMachine.messageCall(MessageCalls.CALL, endpoint, MessageInformation.of(9, 8, 0, 0, 0), -1);
    assertEquals(root, HostMachine.current());
    assertEquals(8, root.word(7));
    HostMachine.words(8, 7);
    HostMachine.messageCall(
        MessageCalls.REPLY_RECEIVE, receive, MessageInformation.of(0, 2, 0, 0, 0), -1);
    assertEquals(client, HostMachine.current());
    assertEquals(8, client.word(0));
    assertEquals(3, client.word(2));
  }

  private static int rootHandle(int word) {
    return (int) start(word);
  }

  /** Reads a word of the root process's start record through its own mapping. */
  private static long start(int word) {
    long page = HostMachine.current().startArgument();
    return PhysicalMemory.read64(
        HostMachine.activeSpace(0).translate(page) + MessagePage.BYTES_OFFSET + 8L * word);
  }
}
