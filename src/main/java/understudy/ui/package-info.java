/// The window: FXML, thin controllers, canvases, CSS.
///
/// A controller turns a gesture into an action and a frame into what its widgets show, and decides
/// nothing. Everything here runs on the JavaFX thread. Fonts and texts are shipped beside the FXML.
///
/// Names `event` and `viewmodel`; the only package besides `app` that names JavaFX.
@NullMarked
package understudy.ui;

import org.jspecify.annotations.NullMarked;
