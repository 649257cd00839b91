package edgex.runtime.program;

import edgex.abi.StartBlock;
import edgex.runtime.machine.StartData;
import java.util.List;

/** The process that the tests of this module run in: the runtime reads its start block once. */
public final class TestProcess {
  private static boolean started;

  private TestProcess() {}

  /** Lays out the start block, the first time. */
  public static synchronized void start() throws ProgramFormatException {
    if (started) {
      return;
    }
    started = true;
    StartBlockWriter writer = new StartBlockWriter(4);
    writer.setName("pr\u00fcfling");
    writer.setWord(StartBlock.HEAP_LIMIT, -2L);
    writer.addCapability("process", 11);
    writer.addCapability("files:/", 0x7fff_ffff);
    writer.addCapability("files:/tmp", 13);
    writer.addCapability("log", 14);
    writer.addTexts(StartBlock.ARGUMENT_COUNT, StartBlock.ARGUMENTS, List.of("one", "", "\u20ac"));
    writer.addTexts(
        StartBlock.ENVIRONMENT_COUNT,
        StartBlock.ENVIRONMENT,
        List.of("HOME=/tmp", "EMPTY=", "HOMELAND=x", "EQUALS=a=b"));
    StartData.setStartBlock(writer.toBytes());
  }
}
