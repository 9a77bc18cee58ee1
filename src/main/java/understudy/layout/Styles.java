package understudy.layout;

/// Decides who is a card and who a dot, and does not change its mind at the first process more or
/// less.
final class Styles {
  private static final int MANY_WORKERS = 60;
  private static final int FEW_WORKERS = 40;
  private static final int MANY_SUPERVISORS = 300;
  private static final int FEW_SUPERVISORS = 200;
  private static final int SUPERVISORS_WITH_CARDS = 24;
  private static final int HANDFUL = 6;
  private static final int LESS_THAN_A_HANDFUL = 3;

  private boolean crowded;
  private boolean packed;
  private int supervisors;

  /// Takes the numbers of today; true if somebody may have to look different for it.
  boolean count(int workers, int supervisors) {
    boolean crowdedBefore = crowded;
    boolean packedBefore = packed;
    boolean fewBefore = this.supervisors <= SUPERVISORS_WITH_CARDS;
    this.supervisors = supervisors;
    crowded = workers > (crowded ? FEW_WORKERS : MANY_WORKERS);
    packed = supervisors > (packed ? FEW_SUPERVISORS : MANY_SUPERVISORS);
    return crowded != crowdedBefore
        || packed != packedBefore
        || fewBefore != supervisors <= SUPERVISORS_WITH_CARDS;
  }

  CellStyle ofCards() {
    return packed ? CellStyle.DOT : CellStyle.CARD;
  }

  CellStyle ofCells(CellStyle before, int workers) {
    int most = before == CellStyle.DOT ? LESS_THAN_A_HANDFUL : HANDFUL;
    boolean cards = !crowded || (supervisors <= SUPERVISORS_WITH_CARDS && workers <= most);
    return cards ? CellStyle.CARD : CellStyle.DOT;
  }
}
