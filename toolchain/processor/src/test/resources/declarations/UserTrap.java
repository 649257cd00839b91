package sample.user;

import edgex.abi.declare.GenerateSystemCallStubs;

@GenerateSystemCallStubs(table = sample.abi.SystemCallTable.class, trap = UserTrap.class)
public final class UserTrap {
  private UserTrap() {}

  public static native long call0(int number);

  public static native long call4(int number, long a0, long a1, long a2, long a3);
}
