import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Pages } from './pages.js';
import { loadWords } from './words/words-for.js';
import './sign-in.css';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no place for the pages');
await loadWords();
createRoot(place).render(
  <StrictMode>
    <Pages />
  </StrictMode>,
);
