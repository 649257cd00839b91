package edgex.crypto.vectors;

import edgex.crypto.random.CtrDrbg;

/** CTR_DRBG. */
final class CounterDrbgRunner implements VectorRunner {
  @Override
  public String reasonToSkip(TestCase test) {
    return test.text("mode").equals("AES-256") && !test.flag("derFunc")
        ? null
        : "only AES-256 without a derivation function is here";
  }

  @Override
  public void run(TestCase test) {
    CtrDrbg generator = new CtrDrbg();
    generator.instantiate(test.bytes("entropyInput"), test.bytes("persoString"));
    DrbgRunner.check(test, generator);
  }
}
