package understudy.recording;

import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.RestartType;

/// The numbers of the choices in a file; [Dictionary] reads them.
final class Code {
  private Code() {}

  static int of(ChildKind kind) {
    return switch (kind) {
      case WORKER -> 1;
      case SUPERVISOR -> 2;
    };
  }

  static int of(RestartType restart) {
    return switch (restart) {
      case PERMANENT -> 1;
      case TRANSIENT -> 2;
      case TEMPORARY -> 3;
    };
  }

  static int of(Decision decision) {
    return switch (decision) {
      case RESTART -> 1;
      case LEAVE -> 2;
      case REMOVE -> 3;
      case GIVE_UP -> 4;
      case AUTO_SHUTDOWN -> 5;
    };
  }
}
