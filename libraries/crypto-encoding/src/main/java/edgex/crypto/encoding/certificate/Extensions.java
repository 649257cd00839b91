package edgex.crypto.encoding.certificate;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The extensions of a certificate, read.
 *
 * <pre>
 *   Extension:  SEQUENCE { identifier, critical BOOLEAN DEFAULT FALSE, OCTET STRING of DER }
 * </pre>
 */
final class Extensions {
  /** No limit of intermediate certificates. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** Whether and how deep the certificate's key signs certificates. */
  boolean isAuthority;

  int pathLength = UNLIMITED;

  /** Named bits, or -1: any use is allowed then. */
  int keyUsage = -1;

  /** Object identifiers, or null: any purpose is allowed then. */
  List<String> purposes;

  byte[] subjectKeyIdentifier;
  byte[] authorityKeyIdentifier;
  byte[] subjectAlternativeName;

  /** The values of those that are not understood. */
  final Map<String, byte[]> others = new HashMap<>();

  /** The first critical one that is not understood, or null. */
  String unknownCritical;

  private Extensions() {}

  static Extensions none() {
    return new Extensions();
  }

  static Extensions read(DerReader input) {
    Extensions extensions = new Extensions();
    Set<String> seen = new HashSet<>();
    DerReader list = input.readInner(DerTag.SEQUENCE);
    do {
      DerReader entry = list.readInner(DerTag.SEQUENCE);
      String identifier = entry.readObjectIdentifier();
      boolean isCritical = entry.nextIs(DerTag.BOOLEAN);
      if (isCritical && !entry.readBoolean()) {
        throw new CryptoException("an extension says explicitly that it is not critical");
      }
      byte[] value = entry.readContent(DerTag.OCTET_STRING);
      entry.requireEnd();
      if (!seen.add(identifier)) {
        throw new CryptoException("the extension " + identifier + " is there twice");
      }
      if (!extensions.take(identifier, value) && isCritical && extensions.unknownCritical == null) {
        extensions.unknownCritical = identifier;
      }
    } while (!list.atEnd());
    return extensions;
  }

  /** Whether the extension is understood. */
  private boolean take(String identifier, byte[] value) {
    switch (identifier) {
      case ExtensionIdentifiers.BASIC_CONSTRAINTS -> readBasicConstraints(value);
      case ExtensionIdentifiers.KEY_USAGE -> {
        DerReader reader = new DerReader(value);
        keyUsage = reader.readNamedBits();
        reader.requireEnd();
      }
      case ExtensionIdentifiers.EXTENDED_KEY_USAGE -> readPurposes(value);
      case ExtensionIdentifiers.SUBJECT_KEY_IDENTIFIER -> {
        DerReader reader = new DerReader(value);
        subjectKeyIdentifier = reader.readContent(DerTag.OCTET_STRING);
        reader.requireEnd();
      }
      case ExtensionIdentifiers.AUTHORITY_KEY_IDENTIFIER -> readAuthorityKeyIdentifier(value);
      case ExtensionIdentifiers.SUBJECT_ALTERNATIVE_NAME -> {
        DerReader.ofWhole(value, DerTag.SEQUENCE);
        subjectAlternativeName = value;
      }
      default -> {
        others.put(identifier, value);
        return false;
      }
    }
    return true;
  }

  /** SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }. */
  private void readBasicConstraints(byte[] value) {
    DerReader content = DerReader.ofWhole(value, DerTag.SEQUENCE);
    if (content.nextIs(DerTag.BOOLEAN)) {
      isAuthority = content.readBoolean();
      if (!isAuthority) {
        throw new CryptoException("basic constraints say explicitly that it is no authority");
      }
    }
    if (!content.atEnd()) {
      pathLength = content.readSmallInteger();
      if (!isAuthority) {
        throw new CryptoException("a path length in the certificate of no authority");
      }
    }
    content.requireEnd();
  }

  private void readPurposes(byte[] value) {
    DerReader content = DerReader.ofWhole(value, DerTag.SEQUENCE);
    purposes = new ArrayList<>();
    do {
      purposes.add(content.readObjectIdentifier());
    } while (!content.atEnd());
  }

  /** SEQUENCE { [0] keyIdentifier OPTIONAL, [1] issuer OPTIONAL, [2] serial number OPTIONAL }. */
  private void readAuthorityKeyIdentifier(byte[] value) {
    DerReader content = DerReader.ofWhole(value, DerTag.SEQUENCE);
    if (content.nextIs(DerTag.context(0))) {
      authorityKeyIdentifier = content.readContent(DerTag.context(0));
    }
    while (!content.atEnd()) {
      content.readElement();
    }
  }
}
