package edgex.services.supervisor;

import java.util.ArrayList;
import java.util.List;

/** All processes by number, ascending. Numbers are given once. */
final class ProcessTable {
  /** Most entries at one time. */
  static final int MAXIMUM_ENTRIES = 256;

  private final List<ProcessEntry> entries = new ArrayList<>();
  private int nextNumber = 1;

  /** The number for a new entry. */
  int takeNumber() {
    return nextNumber++;
  }

  boolean isFull() {
    return entries.size() >= MAXIMUM_ENTRIES;
  }

  void add(ProcessEntry entry) {
    entries.add(entry);
  }

  void remove(ProcessEntry entry) {
    entries.remove(entry);
  }

  List<ProcessEntry> entries() {
    return entries;
  }

  /** The entry of a number, or null. */
  ProcessEntry find(int number) {
    ProcessEntry entry = firstAbove(number - 1);
    return entry != null && entry.number() == number ? entry : null;
  }

  /** The entry with the lowest number above this one, or null. */
  ProcessEntry firstAbove(int number) {
    for (ProcessEntry entry : entries) {
      if (entry.number() > number) {
        return entry;
      }
    }
    return null;
  }

  /** The component of a name, or null. */
  ProcessEntry findComponent(String name) {
    for (ProcessEntry entry : entries) {
      if (entry.isComponent() && entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }
}
