package edgex.crypto.vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HexFormat;
import java.util.Objects;

/** One case of a vector file, with its group: a field is looked up in the case first. */
record TestCase(JsonObject group, JsonObject test) {
  /** The case's number. */
  int number() {
    return test.get("tcId").getAsInt();
  }

  boolean has(String field) {
    return find(field) != null;
  }

  byte[] bytes(String field) {
    String hex = require(field).getAsString();
    return HexFormat.of().parseHex(hex);
  }

  /** Bytes of a field of an object inside the group. */
  static byte[] parse(JsonObject inner, String field) {
    return HexFormat.of().parseHex(inner.get(field).getAsString());
  }

  /** Bytes of a field, or none if it is missing. */
  byte[] bytesOrEmpty(String field) {
    return has(field) ? bytes(field) : new byte[0];
  }

  String text(String field) {
    return require(field).getAsString();
  }

  String textOr(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  int number(String field) {
    return require(field).getAsInt();
  }

  boolean flag(String field) {
    return has(field) && require(field).getAsBoolean();
  }

  private JsonElement require(String field) {
    return Objects.requireNonNull(find(field), () -> "case " + number() + " has no " + field);
  }

  private JsonElement find(String field) {
    JsonElement value = test.has(field) ? test.get(field) : group.get(field);
    return value == null || value.isJsonNull() ? null : value;
  }
}
