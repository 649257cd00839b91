package edgex.toolchain.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports what is wrong with declarations, and remembers whether anything was. */
final class Problems {
  private final Messager messager;
  private int count;

  Problems(Messager messager) {
    this.messager = messager;
  }

  /** Fails the compilation with a message at the element. */
  void report(Element element, String message) {
    messager.printMessage(Diagnostic.Kind.ERROR, message, element);
    count++;
  }

  /** How many problems were reported so far. */
  int count() {
    return count;
  }
}
