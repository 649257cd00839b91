package org.teavm.interop;

/** As in the compiler's own library. */
public @interface StaticInit {}
