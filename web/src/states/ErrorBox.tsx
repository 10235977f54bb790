import type { Problem } from "../api/problem";
import { Icon } from "../style/Icon";

/** What went wrong, in the server's words, and the way to try again. */
export function ErrorBox({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div className="notice notice--error" role="alert">
      <Icon name="alert" />
      <div>
        <strong>{problem.title}</strong>
        {problem.detail && <p>{problem.detail}</p>}
        {onRetry && <button type="button" className="button" onClick={onRetry}>Try again</button>}
      </div>
    </div>
  );
}
