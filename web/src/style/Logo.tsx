/** Two nested horizons over a base line: what is seen between the whole and its smallest part. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path className="logo__arc" d="M6 21a10 10 0 0 1 20 0" />
      <path className="logo__arc logo__arc--inner" d="M10.8 21a5.2 5.2 0 0 1 10.4 0" />
      <path className="logo__base" d="M5 26h22" />
      <circle className="logo__core" cx="16" cy="21" r="2" />
    </svg>
  );
}
