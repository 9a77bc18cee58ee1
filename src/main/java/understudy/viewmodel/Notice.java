package understudy.viewmodel;

/// A line about something that did not work, or that a person should know.
///
/// @param serial tells one notice from the next, from 1
/// @param problem whether something did not work
/// @param text one line: where, what was expected, what came, what to do
public record Notice(long serial, boolean problem, String text) {}
