package sample.layout;

import edgex.abi.declare.Bits;
import edgex.abi.declare.Field;
import edgex.abi.declare.Layout;

/** Every kind of field. */
@Layout(size = 64, memory = Memory.class)
public interface PageEntryLayout {
  @Field(offset = 0, width = 8)
  long entry();

  @Bits(of = "entry", shift = 0, width = 1)
  long present();

  @Bits(of = "entry", shift = 12, width = 40)
  long frame();

  @Field(offset = 8, width = 4, units = "pages")
  long length();

  @Field(offset = 12, width = 2)
  int kind();

  @Field(offset = 14, width = 1)
  int flags();

  @Field(offset = 16, width = 4, count = 3, stride = 8)
  int slots();

  @Field(offset = 40, width = 20)
  void nested();
}
