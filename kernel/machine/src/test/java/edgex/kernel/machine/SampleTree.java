package edgex.kernel.machine;

/** A small machine that uses what the specification allows and QEMU's trees do not. */
final class SampleTree {
  static final long RAM = 0x4_8000_0000L;

  private SampleTree() {}

  static TreeWriter open() {
    return new TreeWriter()
        .reserve(RAM, 0x8_0000)
        .nothing()
        .begin("")
        .nothing()
        .cells("#address-cells", 2)
        .cells("#size-cells", 1);
  }

  static byte[] blob() {
    TreeWriter tree = open();
    tree.begin("aliases").text("serial0", "/bus@1000/low/uart@20").end();
    tree.begin("chosen")
        .text("bootargs", "quiet image=default")
        .text("stdout-path", "serial0:115200n8")
        .cells("linux,initrd-start", 4, 0x8800_0000)
        .cells("linux,initrd-end", 4, 0x8800_1800)
        .end();
    tree.begin("cpus").cells("#address-cells", 1).cells("#size-cells", 0);
    tree.begin("cpu@0").text("device_type", "cpu").cells("reg", 0).text("status", "fail").end();
    tree.begin("cpu@7").text("device_type", "cpu").cells("reg", 7);
    tree.cells("timebase-frequency", 0, 10_000_000).end();
    tree.begin("cpu@9").text("device_type", "cpu").cells("reg", 9).text("status", "ok").end();
    tree.end();
    tree.begin("memory@480000000").text("device_type", "memory");
    tree.cells("reg", 4, 0x8000_0000, 0x1000_0000, 5, 0, 0x100_0000).end().nothing();
    tree.begin("reserved-memory").cells("#address-cells", 2).cells("#size-cells", 1);
    tree.property("ranges", new byte[0]);
    tree.begin("secure@1").cells("reg", 4, 0x8400_0000, 0x1000).end();
    tree.begin("pool").cells("size", 0x1000).end();
    tree.end();
    buses(tree);
    return tree.end().blob();
  }

  /** A bus in a bus: 0x20 there is 0x120 in the outer one and 0x9_0000_1120 for the CPU. */
  private static void buses(TreeWriter tree) {
    tree.begin("bus@1000").cells("#address-cells", 1).cells("#size-cells", 1);
    tree.cells("ranges", 0x8000, 0, 1, 16, 0, 9, 0x1000, 0x1000);
    tree.begin("low").cells("#address-cells", 1).cells("#size-cells", 1);
    tree.cells("ranges", 0, 0x100, 0x80);
    tree.begin("uart@20").text("compatible", "acme,uart", "ns16550a");
    tree.cells("reg", 0x20, 8, 0x70, 0x10, 0x80, 1).cells("phandle", 3).end();
    tree.end();
    tree.begin("lost").begin("uart@0").text("compatible", "acme,uart").cells("reg", 0, 0, 8);
    tree.end().end().end();
  }
}
