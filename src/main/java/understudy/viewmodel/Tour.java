package understudy.viewmodel;

/// The three steps that explain the window to who sees it for the first time.
///
/// A step is over when the person has done what it says, or wants to go on.
///
/// @param step 0, 1 or 2; [#STEPS] when it is over
/// @param restarts how many restarts there had been when the second step began
public record Tour(int step, long restarts) {
  /// How many steps there are.
  public static final int STEPS = 3;

  /// The first step.
  public static final Tour BEGIN = new Tour(0, -1);

  /// It is over.
  public static final Tour OVER = new Tour(STEPS, 0);

  /// {@return whether there is nothing more to explain}
  public boolean over() {
    return step >= STEPS;
  }

  /// {@return the next step}
  public Tour next() {
    return over() ? this : new Tour(step + 1, -1);
  }

  /// {@return this, or the next step if what is to be seen shows that this one was done}
  ///
  /// @param frame what is seen
  /// @param desk what the person has before them
  public Tour watch(Frame frame, Desk desk) {
    return switch (step) {
      case 0 -> desk.selected() >= 0 ? next() : this;
      case 1 ->
          restarts < 0
              ? new Tour(1, frame.strip().restarts())
              : frame.strip().restarts() > restarts ? next() : this;
      default -> this;
    };
  }
}
