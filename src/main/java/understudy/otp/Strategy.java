package understudy.otp;

import java.util.List;
import java.util.function.Supplier;

/// Who is started again when one child dies.
public enum Strategy {
  /// The dead child alone (RST-01).
  ONE_FOR_ONE,
  /// All children (SUP-12).
  ONE_FOR_ALL,
  /// The dead child and those started after it (SUP-13).
  REST_FOR_ONE;

  /// {@return the children to stop and start again when `dead` dies, in start order, `dead`
  /// included}
  ///
  /// @param started gives all children in start order; not asked where the others do not matter
  /// @param dead one of them
  List<Child> fate(Supplier<List<Child>> started, Child dead) {
    return switch (this) {
      case ONE_FOR_ONE -> List.of(dead);
      case ONE_FOR_ALL -> started.get();
      case REST_FOR_ONE -> {
        List<Child> all = started.get();
        yield all.subList(all.indexOf(dead), all.size());
      }
    };
  }

  /// {@return the strategy as OTP writes it}
  public String otpName() {
    return switch (this) {
      case ONE_FOR_ONE -> "one_for_one";
      case ONE_FOR_ALL -> "one_for_all";
      case REST_FOR_ONE -> "rest_for_one";
    };
  }
}
