package edgex.kernel.object;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import edgex.kernel.ipc.Endpoint;
import edgex.kernel.ipc.Notification;
import edgex.kernel.ipc.Reply;
import edgex.kernel.irq.DeviceWindow;
import edgex.kernel.irq.InterruptLine;
import edgex.kernel.memory.Mappings;
import edgex.kernel.memory.MemoryObject;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The pool of each object type, and what is common to making objects of any type. */
@StaticInit
@Unmanaged
public final class Pools {
  private static Pool[] byType;

  private Pools() {}

  /** At boot: allocates every object that there will ever be. */
  @BootOnly(reason = "allocates")
  public static void create(PoolSizes sizes) {
    byType = new Pool[ObjectType.SYSTEM + 1];
    byType[ObjectType.PROCESS] = new Pool(KernelProcess.create(sizes.processes));
    byType[ObjectType.THREAD] = new Pool(KernelThread.create(sizes.threads));
    byType[ObjectType.ENDPOINT] = new Pool(Endpoint.create(sizes.endpoints));
    byType[ObjectType.REPLY] = new Pool(Reply.create(sizes.replies));
    byType[ObjectType.NOTIFICATION] = new Pool(Notification.create(sizes.notifications));
    byType[ObjectType.MEMORY] = new Pool(MemoryObject.create(sizes.memories));
    byType[ObjectType.INTERRUPT] = new Pool(InterruptLine.create(sizes.interrupts));
    byType[ObjectType.DEVICE] = new Pool(DeviceWindow.create(sizes.devices));
    byType[ObjectType.SYSTEM] = new Pool(SystemObject.create());
    Capabilities.create(sizes.capabilities);
    Mappings.create(sizes.mappings);
    Reaper.create();
  }

  /** The pool of a type of {@code ObjectType}. */
  public static Pool of(int type) {
    return byType[type];
  }

  /** The object of a type at an index. */
  public static KernelObject object(int type, int index) {
    return byType[type].objects[index];
  }

  /** The object with an id. */
  public static KernelObject object(int id) {
    return byType[KernelObject.typeOf(id)].objects[KernelObject.indexOf(id)];
  }

  /** How many objects there are of all types. */
  public static int totalSize() {
    int total = 0;
    for (int type = ObjectType.PROCESS; type <= ObjectType.SYSTEM; type++) {
      total += byType[type].size();
    }
    return total;
  }

  /**
   * Whether one more object of a type can be made and charged: 0, {@code QUOTA_EXCEEDED}, {@code
   * POOL_EMPTY}, or {@code WRONG_STATE} for a process that is on its way out.
   */
  public static int checkCreate(int type, KernelProcess payer) {
    if (payer.life != KernelObject.LIVE) {
      return Errors.WRONG_STATE;
    }
    if (payer.objectsUsed >= payer.objectsLimit) {
      return Errors.QUOTA_EXCEEDED;
    }
    return byType[type].isEmpty() ? Errors.POOL_EMPTY : Errors.NONE;
  }

  /** Takes an object out of its pool and charges it; {@link #checkCreate} has answered 0. */
  public static int take(int type, KernelProcess payer) {
    KernelObject object = byType[type].take();
    payer.objectsUsed++;
    object.payer = payer.index;
    object.life = KernelObject.LIVE;
    object.references = 0;
    object.previous = KernelObject.NONE;
    object.next = payer.firstPaid;
    if (payer.firstPaid != KernelObject.NONE) {
      object(payer.firstPaid).previous = object.id;
    }
    payer.firstPaid = object.id;
    return object.index;
  }

  /** At boot: takes the first process, which nobody pays for. */
  public static int takeUnpaid(int type) {
    KernelObject object = byType[type].take();
    object.payer = KernelObject.NONE;
    object.life = KernelObject.LIVE;
    object.references = 0;
    return object.index;
  }

  /** Takes a live object out of its payer's list; the charge stays until the object is free. */
  static void unlinkFromPayer(KernelObject object) {
    if (object.next != KernelObject.NONE) {
      object(object.next).previous = object.previous;
    }
    if (object.previous != KernelObject.NONE) {
      object(object.previous).next = object.next;
    } else if (object.payer != KernelObject.NONE) {
      KernelProcess.all[object.payer].firstPaid = object.next;
    }
    object.next = KernelObject.NONE;
    object.previous = KernelObject.NONE;
  }

  /** Makes an object free and returns its charge. */
  static void release(KernelObject object) {
    if (object.payer != KernelObject.NONE) {
      KernelProcess.all[object.payer].objectsUsed--;
    }
    object.payer = KernelObject.NONE;
    byType[KernelObject.typeOf(object.id)].put(object);
  }
}
