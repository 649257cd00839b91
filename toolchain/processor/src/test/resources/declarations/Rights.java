package sample.abi;

/** Rights. */
public final class Rights {
  public static final int READ = 1;
  public static final int WRITE = 2;
  public static final int ALL = 3;

  private Rights() {}
}
