package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One folder on a storage of its own, all else on the real file system.
 *
 * @param name of the folder
 * @param there what serves that folder
 */
public record FolderStorage(String name, Storage there) implements Storage {
  private Storage of(Path file) {
    Path parent = file.getParent();
    boolean isThere = file.endsWith(name) || (parent != null && parent.endsWith(name));
    return isThere ? there : Storage.disk();
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    of(folder).createFolder(folder);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return of(folder).list(folder);
  }

  @Override
  public StorageFile create(Path file) throws IOException {
    return of(file).create(file);
  }

  @Override
  public StorageFile open(Path file) throws IOException {
    return of(file).open(file);
  }

  @Override
  public StorageFile openToRead(Path file) throws IOException {
    return of(file).openToRead(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    of(from).rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    of(file).delete(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    of(folder).forceFolder(folder);
  }
}
