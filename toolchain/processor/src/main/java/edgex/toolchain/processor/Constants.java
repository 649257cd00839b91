package edgex.toolchain.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The {@code int} constants of a class by value: annotations hold values, readers want names. */
final class Constants {
  private final TypeElement type;
  private final Map<Integer, String> names = new TreeMap<>();

  /** Reads a class; several names for one value leave the first. */
  Constants(TypeElement type) {
    this.type = type;
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getConstantValue() instanceof Integer value) {
        names.putIfAbsent(value, field.getSimpleName().toString());
      }
    }
  }

  /** The class. */
  TypeElement type() {
    return type;
  }

  /** The name of a value. */
  Optional<String> name(int value) {
    return Optional.ofNullable(names.get(value));
  }

  /** The values and their names, by rising value. */
  Map<Integer, String> names() {
    return names;
  }

  /** The doc comment of a value's constant; empty if it has none or comes from a class file. */
  String documentation(Declarations declarations, int value) {
    String name = names.get(value);
    for (Element member : type.getEnclosedElements()) {
      if (member.getSimpleName().contentEquals(String.valueOf(name))) {
        return declarations.documentation(member);
      }
    }
    return "";
  }

  /** The names of the single bits of a value; empty if a bit has none. */
  Optional<List<String>> bitNames(int value) {
    List<String> found = new ArrayList<>();
    for (int rest = value; rest != 0; rest &= rest - 1) {
      String name = names.get(Integer.lowestOneBit(rest));
      if (name == null) {
        return Optional.empty();
      }
      found.add(name);
    }
    return Optional.of(found);
  }
}
