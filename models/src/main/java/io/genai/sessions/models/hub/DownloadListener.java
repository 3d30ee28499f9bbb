package io.genai.sessions.models.hub;

/** Hears how a download gets on. Called from the downloading thread. */
public interface DownloadListener {
  /** Hears nothing. */
  DownloadListener NONE =
      new DownloadListener() {
        @Override
        public void started(HubFile file, long size, long alreadyThere) {}

        @Override
        public void received(HubFile file, long bytes) {}

        @Override
        public void finished(HubFile file) {}
      };

  /**
   * A file's bytes begin to come; once more whenever the transfer is taken up again.
   *
   * @param size in bytes
   * @param alreadyThere bytes that need not come again
   */
  void started(HubFile file, long size, long alreadyThere);

  /** So many more bytes have come. */
  void received(HubFile file, long bytes);

  /** The file is complete and its hash right. */
  void finished(HubFile file);
}
