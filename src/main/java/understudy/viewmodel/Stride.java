package understudy.viewmodel;

/// How far a step through a run goes.
public enum Stride {
  /// To the next event.
  EVENT,
  /// To the next death that was no orderly end, or supervisor that gave up.
  CRASH,
  /// To the next event of the selected process or of its place.
  PROCESS
}
