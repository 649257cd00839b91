package edgex.crypto.policy;

/**
 * The cryptographic bill of materials: {@link Algorithm} as CycloneDX 1.6 in JSON, for those who
 * ask which cryptography is in a device.
 */
public final class BillOfMaterials {
  private static final String HEADER =
      """
      {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
          "component": {
            "type": "operating-system",
            "name": "EdgeX",
            "version": "VERSION"
          }
        },
        "components": [
      """;

  private static final String COMPONENT =
      """
          {
            "type": "cryptographic-asset",
            "bom-ref": "crypto/NAME",
            "name": "NAME",
            "cryptoProperties": {
              "assetType": "algorithm",
              "algorithmProperties": {
                "primitive": "PRIMITIVE",
                "executionEnvironment": "software-plain-ram",
                "implementationPlatform": "generic",
                "certificationLevel": ["none"],
                "classicalSecurityLevel": CLASSICAL,
                "nistQuantumSecurityLevel": QUANTUM
              }
            },
            "properties": [
              { "name": "edgex:status", "value": "STATUS" },
              { "name": "edgex:cnsa-2.0", "value": "CNSA" }
            ]
          }\
      """;

  private BillOfMaterials() {}

  /** The document, for a version of EdgeX. */
  public static String write(String version) {
    AlgorithmPolicy usual = AlgorithmPolicy.of(Profile.DEFAULT);
    AlgorithmPolicy strict = AlgorithmPolicy.of(Profile.CNSA_2_0);
    StringBuilder text = new StringBuilder(HEADER.replace("VERSION", version));
    String separator = "";
    for (Algorithm algorithm : Algorithm.values()) {
      text.append(separator).append(component(algorithm, usual, strict));
      separator = ",\n";
    }
    return text.append("\n  ]\n}\n").toString();
  }

  private static String component(
      Algorithm algorithm, AlgorithmPolicy usual, AlgorithmPolicy strict) {
    return COMPONENT
        .replace("NAME", algorithm.standardName())
        .replace("PRIMITIVE", algorithm.purpose().primitive())
        .replace("CLASSICAL", Integer.toString(algorithm.classicalBits()))
        .replace("QUANTUM", Integer.toString(algorithm.quantumCategory()))
        .replace("STATUS", usual.status(algorithm).name())
        .replace("CNSA", strict.status(algorithm).name());
  }
}
