package edgex.crypto.signature;

import edgex.crypto.CryptoException;
import edgex.crypto.composite.CompositeSignature;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.util.ArrayList;
import java.util.List;

/** Makes schemes of their names. */
public final class SignatureSchemes {
  /** Edwards curve signatures. */
  public static final String ED25519 = "Ed25519";

  /** ECDSA with P-256 and SHA-256. */
  public static final String ECDSA_P256 = "ECDSA-P256-SHA256";

  /** ML-DSA-65 and Ed25519 together. */
  public static final String COMPOSITE = CompositeSignature.NAME;

  /** The hierarchy of LMS trees. */
  public static final String HSS = "HSS-LMS";

  /** One tree of the other stateful scheme. */
  public static final String XMSS = "XMSS";

  /** Layers of trees of the other stateful scheme. */
  public static final String XMSS_MT = "XMSSMT";

  private static final String[] OTHERS = {ED25519, ECDSA_P256, COMPOSITE, HSS, XMSS, XMSS_MT};

  private SignatureSchemes() {}

  /** The names of all schemes. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (MlDsaParameters parameters : MlDsaParameters.values()) {
      names.add(parameters.standardName());
    }
    for (SlhDsaParameters parameters : SlhDsaParameters.values()) {
      names.add(parameters.standardName());
    }
    names.addAll(List.of(OTHERS));
    return names;
  }

  /**
   * A new object of a scheme.
   *
   * @throws CryptoException if there is no scheme of this name
   */
  public static SignatureScheme named(String name) {
    if (name.startsWith("ML-DSA-")) {
      return new LatticeScheme(MlDsaParameters.named(name));
    }
    if (name.startsWith("SLH-DSA-")) {
      return new HashBasedScheme(SlhDsaParameters.named(name));
    }
    return switch (name) {
      case ED25519 -> new EdwardsScheme();
      case ECDSA_P256 -> new EcdsaScheme();
      case COMPOSITE -> new CompositeScheme();
      case HSS -> new HierarchyScheme();
      case XMSS -> new XmssScheme();
      case XMSS_MT -> new XmssMultiTreeScheme();
      default -> throw new CryptoException("there is no signature scheme " + name);
    };
  }
}
