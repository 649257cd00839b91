package edgex.crypto.encoding.certificate;

/** Object identifiers of the extensions that are understood (RFC 5280, section 4.2.1). */
final class ExtensionIdentifiers {
  static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
  static final String KEY_USAGE = "2.5.29.15";
  static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  static final String BASIC_CONSTRAINTS = "2.5.29.19";
  static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  static final String EXTENDED_KEY_USAGE = "2.5.29.37";

  private ExtensionIdentifiers() {}
}
