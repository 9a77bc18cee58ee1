package understudy.layout;

/// How much room a slot has.
public enum CellStyle {
  /// Wide enough for a name, a pid and a bar of mailbox depth.
  CARD,
  /// A small square.
  DOT
}
