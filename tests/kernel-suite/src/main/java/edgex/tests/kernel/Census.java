package edgex.tests.kernel;

import edgex.abi.ObjectType;
import edgex.abi.SystemRecord;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.RootMachine;

/** What is in use in the whole machine at one moment. */
final class Census {
  private static final String[] TYPES = {
    "processes",
    "threads",
    "endpoints",
    "replies",
    "notifications",
    "memories",
    "interrupts",
    "devices"
  };
  private static final int OBJECT_TYPES = ObjectType.DEVICE;

  private final long pagesUsed;
  private final long capabilities;
  private final long mappings;
  private final long[] objects = new long[OBJECT_TYPES];

  private Census() {
    Expect.success(SystemCalls.systemInspect(RootMachine.system()));
    pagesUsed =
        RootMachine.record(SystemRecord.MANAGED_PAGES)
            - RootMachine.record(SystemRecord.FREE_PAGES);
    capabilities = RootMachine.record(SystemRecord.CAPABILITIES_USED);
    mappings = RootMachine.record(SystemRecord.MAPPINGS_USED);
    for (int i = 0; i < OBJECT_TYPES; i++) {
      objects[i] = RootMachine.record(SystemRecord.POOLS + 2 * i);
    }
  }

  /** Counts, after what is being destroyed has gone: whoever creates something finishes that. */
  static Census take() {
    SystemCalls.capabilityDelete(Expect.success(SystemCalls.endpointCreate()));
    return new Census();
  }

  /** What has become more since an earlier count; empty if nothing has. */
  String growthSince(Census before) {
    StringBuilder text = new StringBuilder();
    note(text, "pages", pagesUsed - before.pagesUsed);
    note(text, "capabilities", capabilities - before.capabilities);
    note(text, "mappings", mappings - before.mappings);
    for (int i = 0; i < OBJECT_TYPES; i++) {
      note(text, TYPES[i], objects[i] - before.objects[i]);
    }
    return text.toString();
  }

  private static void note(StringBuilder text, String what, long more) {
    if (more != 0) {
      text.append(text.length() == 0 ? "" : ", ").append(more).append(" more ").append(what);
    }
  }
}
