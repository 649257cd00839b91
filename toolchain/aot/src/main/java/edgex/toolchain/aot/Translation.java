package edgex.toolchain.aot;

import java.util.List;
import java.util.SortedMap;

/**
 * What TeaVM made of a program.
 *
 * @param files generated C files by their path; {@code all.c} lists those to compile
 * @param mainFunction the C name of the main method
 * @param mainHeader the header that declares it
 * @param constants the C side of the program's assembly constants
 */
record Translation(
    SortedMap<String, byte[]> files,
    String mainFunction,
    String mainHeader,
    List<ResolvedConstant> constants) {

  /**
   * An assembly constant with the names that generated code uses.
   *
   * @param name the macro
   * @param header the header that declares the class
   * @param structure the C struct of the class; empty for a static field
   * @param field the C name of the field
   */
  record ResolvedConstant(String name, String header, String structure, String field) {}
}
