package sample.kernel;

/** Who calls. */
public final class Caller {}
