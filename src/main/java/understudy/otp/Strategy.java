package understudy.otp;

import java.util.List;

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
  /// @param started all children in start order
  /// @param dead one of them
  List<Child> fate(List<Child> started, Child dead) {
    return switch (this) {
      case ONE_FOR_ONE -> List.of(dead);
      case ONE_FOR_ALL -> started;
      case REST_FOR_ONE -> started.subList(started.indexOf(dead), started.size());
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
