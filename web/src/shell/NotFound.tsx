import { usePlace } from "../address/usePlace";
import { Empty } from "../states/Empty";

/** An address that means nothing here. */
export function NotFound() {
  const { path } = usePlace();
  return <Empty title="There is nothing at this address"><p><code>{path}</code> is none of the page's places.</p><a className="button" href="#/explore">Explore the cluster</a></Empty>;
}
