package edgex.toolchain.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Who calls whom among the checked classes; finds recursion. */
final class CallGraph {
  private final Map<String, Set<String>> callees = new TreeMap<>();
  private final Map<String, Report.Place> places = new TreeMap<>();

  /** The name under which the graph knows a method. */
  static String key(ClassNode owner, MethodNode method) {
    return owner.name + "." + method.name + method.desc;
  }

  void add(ClassNode owner, MethodNode method) {
    String caller = key(owner, method);
    places.put(caller, KernelClasses.place(owner, method));
    Set<String> targets = callees.computeIfAbsent(caller, key -> new LinkedHashSet<>());
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call) {
        targets.add(call.owner + "." + call.name + call.desc);
      }
    }
  }

  /** Whether a method is an entry, or one that an entry leads to. */
  boolean isReachable(Set<String> entries, String method) {
    return entries.contains(method)
        || entries.stream().anyMatch(entry -> callees.containsKey(entry) && reaches(entry, method));
  }

  /** Reports every method that can call itself, directly or through others. */
  void reportRecursion(Report report) {
    for (String method : callees.keySet()) {
      if (reaches(method, method)) {
        report.add(Rule.RECURSION, places.get(method), "a call chain back to the method");
      }
    }
  }

  private boolean reaches(String from, String goal) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(callees.get(from));
    while (!open.isEmpty()) {
      String method = open.remove();
      if (method.equals(goal)) {
        return true;
      }
      if (seen.add(method)) {
        open.addAll(callees.getOrDefault(method, Set.of()));
      }
    }
    return false;
  }
}
