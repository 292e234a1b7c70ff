import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Pages } from './pages.js';
import './sign-in.css';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no place for the pages');
createRoot(place).render(
  <StrictMode>
    <Pages />
  </StrictMode>,
);
